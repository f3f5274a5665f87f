package dev.upswell.server.creative;

import dev.upswell.creative.Absence;
import dev.upswell.creative.CreativeVector;
import dev.upswell.creative.FeatureValue;
import dev.upswell.server.registry.Json;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// Features as they stand in a `jsonb` column: a number, or the name of the reason for its absence, in the order of the dictionary.
final class StoredVector {

    private StoredVector() {
    }

    static String write(CreativeVector vector) {
        List<Object> values = new ArrayList<>();
        for (FeatureValue value : vector.values()) {
            values.add(switch (value) {
                case FeatureValue.Present(double number) -> number;
                case FeatureValue.Absent(Absence reason) -> reason.name();
            });
        }
        return Json.write(values);
    }

    static CreativeVector read(String json) {
        List<FeatureValue> values = new ArrayList<>();
        Json.read(json, JsonNode.class).forEach(value -> values.add(value.isNumber()
                ? new FeatureValue.Present(value.doubleValue())
                : new FeatureValue.Absent(Absence.valueOf(value.stringValue()))));
        return new CreativeVector(values);
    }
}
