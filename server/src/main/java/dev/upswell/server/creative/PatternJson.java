package dev.upswell.server.creative;

import dev.upswell.creative.CreativeFeature;
import dev.upswell.creative.FeatureDictionary;
import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/// How results of searches are written into `jsonb` columns: features stand by their names, absent values are left out.
final class PatternJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .changeDefaultPropertyInclusion(
                    old -> JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
            .addModule(new SimpleModule().addSerializer(CreativeFeature.class, new Named())
                    .addDeserializer(CreativeFeature.class, new Known()))
            .build();

    private PatternJson() {
    }

    static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    static <T> T read(String json, Class<T> type) {
        return MAPPER.readValue(json, type);
    }

    private static final class Named extends ValueSerializer<CreativeFeature> {

        @Override
        public void serialize(CreativeFeature feature, JsonGenerator out, SerializationContext context) {
            out.writeString(feature.name());
        }
    }

    private static final class Known extends ValueDeserializer<CreativeFeature> {

        @Override
        public CreativeFeature deserialize(JsonParser in, DeserializationContext context) {
            return FeatureDictionary.STANDARD.get(in.getString());
        }
    }
}
