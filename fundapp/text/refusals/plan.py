"""What the process tree and the sourcing plan are refused for, and what to do next."""

from fundapp.text.catalogue import N_

SENTENCES: dict[str, tuple[str, str]] = {
    "process_family_unknown": (
        N_("processes.toml has no family {family}."),
        N_("Name one of the families at the top of the file, or add this one."),
    ),
    "plan_no_file": (N_("{name} cannot be opened."), N_("Check its name, and that it may be read.")),
    "plan_not_json": (
        N_("{name} is not a JSON object in UTF-8."),
        N_("It needs lines, suppliers and offers, each a list."),
    ),
    "plan_unfit": (
        N_("{name} cannot be used as it is; faults found: {count}."),
        N_("Mend what is named above, and try again."),
    ),
    "plan_part_missing": (N_("This list is missing, or is not a list."), ""),
    "plan_row_unfit": (N_("This is not an object."), ""),
    "plan_id_twice": (N_("The id {id} stands here a second time."), ""),
    "plan_name_missing": (N_("This must be a text or a whole number."), ""),
    "plan_name_unknown": (N_("Nothing has the id {id}."), ""),
    "plan_figure_missing": (N_("Every offer needs its cost."), ""),
    "plan_figure_unfit": (N_("This must be a number from 0 to 9,007,199,254,740,992."), ""),
}
