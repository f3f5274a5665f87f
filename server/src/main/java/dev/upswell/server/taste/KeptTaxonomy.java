package dev.upswell.server.taste;

import dev.upswell.taste.Taxonomy;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// A taxonomy as it is kept, with what it was made from.
///
/// @param number of the version, from 1
/// @param source captions, or the name of a file
/// @param texts how many it was made from
/// @param asked how many categories were asked for, at most
/// @param writtenBy TEMPLATE, MODEL or PERSON
/// @param notes what was left out and why
public record KeptTaxonomy(UUID id, int number, Instant madeAt, String source, int texts, int asked, String writtenBy,
        List<String> notes, Taxonomy taxonomy) {

    public KeptTaxonomy {
        notes = List.copyOf(notes);
    }
}
