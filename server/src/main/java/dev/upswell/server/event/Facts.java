package dev.upswell.server.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// How facts stand in a `jsonb` column: absent values are left out, instants are text.
public final class Facts {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .changeDefaultPropertyInclusion(
                    old -> JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
            .build();

    private Facts() {
    }

    /// The facts as JSON.
    public static String write(Map<String, ?> facts) {
        return MAPPER.writeValueAsString(facts);
    }

    /// The facts that the text stands for, without those that are `null` in it.
    public static Map<String, Object> read(String json) {
        Map<String, Object> facts = MAPPER.readValue(json, new TypeReference<LinkedHashMap<String, Object>>() {
        });
        facts.values().removeIf(value -> value == null);
        return facts;
    }
}
