-- Searches from before videos were dealt into halves several times were made with one deal, and those from before lengths were filled up widened
-- nothing; those that are still open go on so. Settings are compared as a whole where a search is asked for again, so none may be left out.

update pattern_run set settings = '{"widening": "NONE"}' || settings || jsonb_build_object('search', '{"deals": 1}' || (settings -> 'search'))
where settings #> '{search,deals}' is null or settings -> 'widening' is null;
