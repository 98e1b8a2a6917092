-- The contractual side files more than contracts: framework agreements, amendments, editions of the general terms, notices, hand-overs.
alter table documents drop constraint documents_kind_check;
alter table documents add constraint documents_kind_check check (kind in (
  'contract', 'framework', 'amendment', 'general_terms', 'notice', 'vigilance', 'audit', 'handover', 'comparison',
  'evidence', 'report', 'invoice', 'scan'
));
