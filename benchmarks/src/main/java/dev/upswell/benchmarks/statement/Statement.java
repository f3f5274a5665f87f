package dev.upswell.benchmarks.statement;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A statement with the evidence that it cites.
///
/// @param kind for a false one what is false about it, for a true one how it is put
/// @param about what was changed, for people who read the file
record Statement(String kind, boolean holds, Tongue tongue, Instant asOf, List<Told> evidence, String text,
        String about) {

    Map<String, Object> json(int number) {
        var json = new LinkedHashMap<String, Object>();
        json.put("n", number);
        json.put("kind", kind);
        json.put("true", holds);
        json.put("language", tongue.code());
        json.put("as_of", asOf.toString());
        json.put("evidence", evidence.stream().map(Told::json).toList());
        json.put("statement", text);
        json.put("about", about);
        return json;
    }
}
