"""What backup, restore, export and erasing refuse, in sentences: what happened, and what to do next."""

from fundapp.text.catalogue import N_

SENTENCES: dict[str, tuple[str, str]] = {
    "backup_exists": (
        N_("There is a file already: {file}. Nothing is overwritten."),
        N_("Give the backup another name, such as one with the day in it."),
    ),
    "backup_missing": (
        N_("There is no file {file}."),
        N_("Check the name of the backup."),
    ),
    "backup_unreadable": (
        N_("{file} is not a whole backup of fundapp. Nothing was restored."),
        N_("Take another backup. The file may have been cut off when it was copied."),
    ),
    "backup_damaged": (
        N_("In this backup {file} is not what was put in. Nothing was restored."),
        N_("Take another backup."),
    ),
    "folder_not_empty": (
        N_("{folder} is not empty. Nothing is overwritten."),
        N_("Name a folder that is empty or not there yet."),
    ),
    "restored_record_differs": (
        N_("The record in this backup is not what was written. Nothing was restored."),
        N_("Take an older backup, and show this one to the auditor."),
    ),
    "record_newer": (
        N_("Record {seq} was written by a newer fundapp."),
        N_("Install the newer fundapp and open the data again. Nothing was changed."),
    ),
    "record_shape_unknown": (
        N_("Record {seq} has a shape that this fundapp does not know. Nothing was changed."),
        N_("Open the data with the fundapp that wrote it. A demo is built anew by: fundapp demo --fresh"),
    ),
    "words_missing": (
        N_("The words that record {seq} names are gone, and nobody erased them by fundapp."),
        N_("Restore the last backup beside it and compare."),
    ),
    "erases_oneself": (
        N_("Nobody can erase oneself: an administrator has to be left."),
        N_("Ask another administrator."),
    ),
    "still_on_a_seat": (
        N_("This person is still named on the seat of {seat}, as its holder or as an alternate. Nothing was erased."),
        N_("Name somebody else on the seat first, then do it again."),
    ),
    "in_open_meeting": (
        N_("This person takes part in meeting {number}, which is not closed. Nothing was erased."),
        N_("Do it again when the meeting is closed and its minutes are written."),
    ),
}
