package dev.upswell.server.comply;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/// The terms of all sources that this version of Upswell knows, from the resource `compliance/policies.json`.
///
/// @param version goes up with every change of a policy
public record Policies(int version, List<Policy> policies) {

    private static final String RESOURCE = "/compliance/policies.json";

    /// Those of this version of Upswell.
    public static final Policies KNOWN = read();

    public Policies {
        policies = List.copyOf(policies);
    }

    private static Policies read() {
        try (InputStream resource = Policies.class.getResourceAsStream(RESOURCE)) {
            if (resource == null) {
                throw new IllegalStateException(
                        RESOURCE + " (missing) must be in the program\nMaybe the build is broken.");
            }
            return JsonMapper.shared().readValue(resource.readAllBytes(), Policies.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The policy that names this source most exactly; empty when none does.
    public Optional<Policy> find(String source) {
        return policies.stream().filter(policy -> policy.exactness(source) > 0)
                .max(Comparator.comparingInt(policy -> policy.exactness(source)));
    }
}
