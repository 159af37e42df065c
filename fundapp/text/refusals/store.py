"""What the store refuses, in sentences: what happened, and what to do next."""

from fundapp.text.catalogue import N_

SENTENCES: dict[str, tuple[str, str]] = {
    "store_full": (
        N_("The disk is full. Nothing was saved."),
        N_("Ask the administrator to make room on the disk, then do it again."),
    ),
    "store_disk_fault": (
        N_("The disk reported an error. Nothing was saved."),
        N_("Do it again. If it happens again, ask the administrator to check the disk."),
    ),
    "store_read_only": (
        N_("The data folder cannot be written. Nothing was saved."),
        N_("Ask the administrator to check the rights of the data folder."),
    ),
    "store_busy": (
        N_("Others are saving at this moment. Nothing was saved."),
        N_("Wait a few seconds and do it again."),
    ),
    "store_damaged": (
        N_("The database file is damaged."),
        N_("Stop here and ask the administrator to restore the last backup."),
    ),
    "store_newer": (
        N_("The data was written by a newer fundapp (data version {found}; this program knows {known})."),
        N_("Install the newer fundapp and open the data again. Nothing was changed."),
    ),
    "store_foreign": (
        N_("The database in the data folder belongs to another program."),
        N_("Choose another data folder."),
    ),
    "store_copy_damaged": (
        N_("The copy of the database is not sound. The data itself was left as it is."),
        N_("Check the disk and run fundapp verify before you do it again."),
    ),
    "text_holds_nul": (
        N_("The text holds a character that cannot be stored."),
        N_("Type the text again instead of pasting it."),
    ),
    "row_taken": (
        N_("This code or number is used already. Nothing was saved."),
        N_("Choose another one."),
    ),
    "row_missing": (
        N_("Something that this entry names is no longer there. Nothing was saved."),
        N_("Open the page again and enter it anew."),
    ),
    "row_needed": (
        N_("A line that has offers would be taken away. Nothing was saved."),
        N_("Enter the table as a new revision."),
    ),
    "offer_not_edited": (
        N_("An offer cannot be changed afterwards. Nothing was saved."),
        N_("Enter a new offer with its own date; it replaces the older one."),
    ),
    "offer_withdrawn": (
        N_("This offer was withdrawn on {day}."),
        N_("Enter a new offer if the provider offers again."),
    ),
    "file_missing": (
        N_("The file {file} is not in the data folder."),
        N_("Attach it again, or ask the administrator to restore it from the backup."),
    ),
    "file_damaged": (
        N_("The file {file} is no longer what was attached."),
        N_("Ask the administrator to restore it from the backup."),
    ),
    "sign_in_name_taken": (
        N_("The sign-in name {name} is used already."),
        N_("Choose another sign-in name."),
    ),
    "record_unfounded": (
        N_("Record {seq} rests on something that no record before it tells: the record was rewritten."),
        N_(
            "Compare the fingerprint with printed minutes, and show this to the auditor before anything more "
            "is entered."
        ),
    ),
}
