package dev.upswell.server.registry;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// How values are written into `jsonb` columns: absent values are left out, instants are text. A switch that was not there yet
/// when a value was kept is read as off; a number that is not there is refused.
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .changeDefaultPropertyInclusion(
                    old -> JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
            .withConfigOverride(boolean.class,
                    old -> old.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .build();

    private Json() {
    }

    /// The value as JSON.
    public static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /// The value of this type that the JSON stands for.
    public static <T> T read(String json, Class<T> type) {
        return MAPPER.readValue(json, type);
    }

    /// The value of this generic type that the JSON stands for.
    public static <T> T read(String json, TypeReference<T> type) {
        return MAPPER.readValue(json, type);
    }
}
