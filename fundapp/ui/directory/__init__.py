"""The directory: members found as one types, one member whole, its forms, and what two lists say of one member."""
