"""What became of a part since a condition was made on it, in words."""

from fundapp.network.line_identity import LineFate
from fundapp.text.catalogue import _
from fundapp.ui.network.bill_compare import field_name
from fundapp.ui.network.line_words import line_name


def condition_part(found: LineFate, was: str) -> str:
    """Part: Bearing (R12), unchanged in revision C. `was` is its name when the condition was made."""
    if found.state == "removed":
        return _(
            "The part {part} is no longer in the bill since revision {revision}: look at the condition again."
        ).format(part=was, revision=found.revision)
    if found.state == "same":
        return _("Part: {part}, unchanged in revision {revision}").format(
            part=line_name(found.part), revision=found.revision
        )
    fields = _(", ").join(field_name(one) for one in found.fields)
    return _("Part: {part}, changed in revision {revision}: {fields}").format(
        part=line_name(found.part), revision=found.revision, fields=fields
    )
