package dev.upswell.server.taste;

import dev.upswell.taste.Affinity;
import dev.upswell.taste.Profile;
import dev.upswell.taste.SearchQuery;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// Profiles as JSON files: `username`, what it rests on, and `tags` of `tag`, `affinity` and `reason`, the strongest first.
public final class ProfileJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private ProfileJson() {
    }

    /// As a document, keys in the order in which they are written; what is not known is left out.
    public static Map<String, Object> document(KeptProfile kept, List<SearchQuery> queries) {
        Profile profile = kept.profile();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("username", kept.subject().handle());
        document.put("ground", kept.subject().ground().word());
        document.put("made_at", kept.madeAt().toString());
        document.put("as_of", profile.asOf().toString());
        document.put("taxonomy", kept.taxonomy());
        if (profile.followers() != null) {
            document.put("followers", profile.followers());
        }
        document.put("posts", profile.sample().posts());
        document.put("reposts", profile.sample().reposts());
        document.put("likes", profile.sample().likes());
        document.put("hidden", profile.sample().hidden());
        document.put("tags", profile.affinities().stream().map(ProfileJson::tag).toList());
        document.put("queries", queries.stream().map(ProfileJson::query).toList());
        document.put("notes", profile.notes());
        return document;
    }

    private static Map<String, Object> tag(Affinity one) {
        Map<String, Object> tag = new LinkedHashMap<>();
        tag.put("tag", one.tag());
        tag.put("affinity", one.affinity());
        tag.put("base", one.base());
        tag.put("boost", one.boost());
        tag.put("reason", one.reason());
        tag.put("evidence", one.evidence());
        return tag;
    }

    private static Map<String, Object> query(SearchQuery one) {
        Map<String, Object> query = new LinkedHashMap<>();
        query.put("query", one.text());
        query.put("kind", one.kind().name().toLowerCase(Locale.ROOT));
        query.put("tags", one.tags());
        return query;
    }

    /// A document as text of a file.
    public static String text(Map<String, Object> document) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n";
    }
}
