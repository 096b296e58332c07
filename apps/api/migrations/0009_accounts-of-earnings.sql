insert into payments_accounts (code, title, kind) values
  ('revenue:service', 'Service charges', 'revenue'),
  ('revenue:discounts', 'Discounts given', 'revenue'),
  ('revenue:concessions', 'Given back after the party', 'revenue');
