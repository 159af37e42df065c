"""What following up is refused for, and what to do next."""

from fundapp.text.catalogue import N_

SENTENCES: dict[str, tuple[str, str]] = {
    "support_not_given_yet": (
        N_("This support was not given yet."),
        N_("Record first that it was given; 6 and 12 months later the link is looked at."),
    ),
    "link_looked_at_early": (
        N_("This link is to be looked at from {due_on} on."),
        N_("Look again on that day."),
    ),
    "outcome_before_beginning": (
        N_("{reached_on} lies before the collaboration began on {began_on}."),
        N_("Choose a later day."),
    ),
    "collaboration_needs_name": (
        N_("The number or the name is missing."),
        N_("Enter both, then add the collaboration again."),
    ),
    "causes_outside_valley": (
        N_("Causes are named only of what lies in the valley of death or on a tree."),
        N_("Take the causes out, or choose the state in which it stopped."),
    ),
    "valley_needs_cause": (
        N_("Why it lies there is missing."),
        N_("Choose at least one cause."),
    ),
}
