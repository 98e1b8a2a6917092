-- Who holds a file may ask what it is: the look-up is by hash alone, across tenants.
create index documents_by_hash on documents (sha256);
