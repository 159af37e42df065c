"""The script that Streamlit runs: the frame, then the page that was asked for."""

from fundapp.ui import frame, gate, showing, speech

frame.begin()
language = speech.speak()
actor = gate.actor()
speech.keep_in_address()
shown = showing.show()
book = gate.desk().book(actor)
terms = book.terms
page = frame.navigation(actor, language, set_up=book.is_set_up())
name, fund = gate.name_of(actor.person).of(language), terms.name.of(language) if terms else "fundapp"
frame.bar(name, fund, language, frame.page_help(actor, page, language) + showing.choices(shown))
page.run()
