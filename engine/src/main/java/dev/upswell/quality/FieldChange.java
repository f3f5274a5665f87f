package dev.upswell.quality;

import java.util.ArrayList;
import java.util.List;

/// How the fields of a batch differ from those of the version of a source's shape that was known before.
///
/// A field that comes and goes never counts: gone is what nearly all items had and none has, new is what none had and nearly all
/// have.
///
/// @param gone steady before, in no item now
/// @param retyped of another type now
/// @param fresh unknown before, steady now
public record FieldChange(List<String> gone, List<String> retyped, List<String> fresh) {

    public FieldChange {
        gone = List.copyOf(gone);
        retyped = List.copyOf(retyped);
        fresh = List.copyOf(fresh);
    }

    /// What changed between the known shape and this batch.
    public static FieldChange between(FieldSketch known, FieldSketch now) {
        List<String> gone = new ArrayList<>();
        List<String> retyped = new ArrayList<>();
        List<String> fresh = new ArrayList<>();
        known.fields().forEach((path, field) -> {
            FieldSketch.Field same = now.fields().get(path);
            if (same == null) {
                if (known.isSteady(path)) {
                    gone.add(path);
                }
            } else if (isTyped(field) && isTyped(same) && !field.type().equals(same.type())) {
                retyped.add(path);
            }
        });
        now.fields().keySet().stream().filter(path -> !known.fields().containsKey(path) && now.isSteady(path))
                .forEach(fresh::add);
        return new FieldChange(gone, retyped, fresh);
    }

    private static boolean isTyped(FieldSketch.Field field) {
        return !field.type().isEmpty() && !field.type().equals("mixed");
    }

    /// Whether nothing changed.
    public boolean isEmpty() {
        return gone.isEmpty() && retyped.isEmpty() && fresh.isEmpty();
    }

    /// What the rule says: fields gone and fields of another type are counted, new ones are welcome.
    ///
    /// @param items how many items were looked at
    public Finding judge(GateLimit limit, long items) {
        long broken = gone.size() + retyped.size();
        List<String> words = new ArrayList<>();
        if (!gone.isEmpty()) {
            words.add("gone: " + String.join(", ", gone));
        }
        if (!retyped.isEmpty()) {
            words.add("of another type: " + String.join(", ", retyped));
        }
        if (!fresh.isEmpty()) {
            words.add("new: " + String.join(", ", fresh));
        }
        return new Finding(limit.rule(), (double) broken, items, broken, limit.verdict(broken, items),
                String.join("; ", words));
    }
}
