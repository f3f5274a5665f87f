package dev.upswell.server.mapping;

import dev.upswell.server.refusal.Refused;
import java.io.Serial;
import java.util.List;

/// No mapping is kept under the name, or not in the version, that somebody asked for.
public final class UnknownMapping extends Refused {

    @Serial
    private static final long serialVersionUID = 1;

    UnknownMapping(String what, String advice) {
        super(what, advice);
    }

    static UnknownMapping of(String name, List<String> known) {
        return new UnknownMapping("No mapping is kept under the name " + name + ".",
                known.isEmpty()
                        ? "None is kept yet: upswell mappings save NAME FILE, or confirm one on the page Data."
                        : "Kept are: " + String.join(", ", known) + ".");
    }

    static UnknownMapping of(MappingVersion id, int newest) {
        return new UnknownMapping("The mapping " + id.name() + " has no version " + id.version() + ".",
                "It has the versions 1 to " + newest + ".");
    }
}
