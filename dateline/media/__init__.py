"""Pictures and attachments; originals private, a live sheet's variants public."""
