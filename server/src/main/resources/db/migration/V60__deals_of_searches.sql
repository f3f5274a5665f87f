-- Searches from before videos were dealt into halves several times were made with one deal; those that are still open go on with it.

update pattern_run set settings = jsonb_set(settings, '{search,deals}', '1') where settings #> '{search,deals}' is null;
