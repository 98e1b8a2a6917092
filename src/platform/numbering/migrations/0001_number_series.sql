-- The last number given in each series. The row lock held until commit is what makes the series gapless:
-- a rolled back issue gives its number back, and two issues never share one (CGI ann. II art. 242 nonies A).
create table number_series (
  tenant_id   uuid not null,
  series      text not null,
  year        int  not null,
  last_number int  not null check (last_number > 0),
  primary key (tenant_id, series, year)
);
select cadran_protect('number_series');
revoke delete on number_series from cadran_app;
