"""The commitments page's parts: figures, charts of balance and limits, what is reserved and signed, the map."""
