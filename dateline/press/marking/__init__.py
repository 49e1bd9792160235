"""What a change of records changes in the ledger, and which sheets it marks."""
