"""Contacts: the persons of a member to whom inquiries and notices go."""

from fundapp.basis.fact import Fact, Text


class Contact(Fact):
    """A person of a member and how to reach them. The main one is written to first."""

    id: Text
    member_id: Text
    name: Text
    email: Text = ""
    telephone: Text = ""
    fax: Text = ""
    main: bool = False
    seconded_by: Text = ""
    """Id of the member that has sent this person to work here."""
