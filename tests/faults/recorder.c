/* Loaded into a writer by LD_PRELOAD: tells, in order, what it does to the files of one folder, to be replayed as a power
   cut would leave them. Each entry is a line "op name offset size\n", followed by `size` bytes. CRASH_FOLDER ends with a
   slash; CRASH_LOG lies elsewhere. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

#define MOST 1024
#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static char *named[MOST];
static const char *folder;
static FILE *told;
static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;

__attribute__((constructor)) static void begin(void)
{
    const char *log = getenv("CRASH_LOG");
    folder = getenv("CRASH_FOLDER");
    if (folder && log)
        told = fopen(log, "wb");
}

static void tell(char op, const char *name, long long at, const void *bytes, size_t size)
{
    if (!told)
        return;
    pthread_mutex_lock(&turn);
    fprintf(told, "%c %s %lld %zu\n", op, name, at, size);
    if (size)
        fwrite(bytes, 1, size, told);
    fflush(told);
    pthread_mutex_unlock(&turn);
}

static const char *ours(const char *path)
{
    size_t length = folder ? strlen(folder) : 0;
    return length && !strncmp(path, folder, length) && path[length] ? path + length : NULL;
}

static const char *name_of(int file) { return file >= 0 && file < MOST ? named[file] : NULL; }

static int opened(int file, const char *path, int flags)
{
    const char *name = ours(path);
    if (file < 0 || file >= MOST)
        return file;
    free(named[file]);
    named[file] = name ? strdup(name) : NULL;
    if (name && flags & O_CREAT)
        tell('c', name, 0, NULL, 0);
    return file;
}

#define OPENING(function)                                              \
    int function(const char *path, int flags, ...)                     \
    {                                                                  \
        va_list rest;                                                  \
        va_start(rest, flags);                                         \
        int mode = flags & O_CREAT ? va_arg(rest, int) : 0;            \
        va_end(rest);                                                  \
        return opened(REAL(function)(path, flags, mode), path, flags); \
    }
OPENING(open)
OPENING(open64)

int close(int file)
{
    if (file >= 0 && file < MOST) {
        free(named[file]);
        named[file] = NULL;
    }
    return REAL(close)(file);
}

#define WRITING(function, offset)                                                 \
    ssize_t function(int file, const void *bytes, size_t size, offset at)         \
    {                                                                             \
        ssize_t written = REAL(function)(file, bytes, size, at);                  \
        if (written > 0 && name_of(file))                                         \
            tell('w', name_of(file), (long long)at, bytes, (size_t)written);      \
        return written;                                                           \
    }
WRITING(pwrite, off_t)
WRITING(pwrite64, off64_t)

ssize_t write(int file, const void *bytes, size_t size)
{
    ssize_t written = REAL(write)(file, bytes, size);
    if (written > 0 && name_of(file))
        tell('w', name_of(file), (long long)lseek(file, 0, SEEK_CUR) - written, bytes, (size_t)written);
    return written;
}

#define SYNCING(function)                          \
    int function(int file)                         \
    {                                              \
        int failed = REAL(function)(file);         \
        if (!failed && name_of(file))              \
            tell('s', name_of(file), 0, NULL, 0);  \
        return failed;                             \
    }
SYNCING(fsync)
SYNCING(fdatasync)

#define CUTTING(function, offset)                               \
    int function(int file, offset at)                           \
    {                                                           \
        int failed = REAL(function)(file, at);                  \
        if (!failed && name_of(file))                           \
            tell('t', name_of(file), (long long)at, NULL, 0);   \
        return failed;                                          \
    }
CUTTING(ftruncate, off_t)
CUTTING(ftruncate64, off64_t)

int unlink(const char *path)
{
    int failed = REAL(unlink)(path);
    if (!failed && ours(path))
        tell('u', ours(path), 0, NULL, 0);
    return failed;
}

/* The writer calls this once a command is acknowledged: from here on it may not be lost. */
void crash_acknowledged(long long number) { tell('a', "-", number, NULL, 0); }
