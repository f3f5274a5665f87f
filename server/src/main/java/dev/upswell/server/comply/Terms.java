package dev.upswell.server.comply;

import java.util.Map;
import java.util.Optional;

/// The terms as they stand for a tenant at a moment: its own rules before the policies, and a denial for what neither names.
public final class Terms {

    static final String UNLISTED = "unlisted";
    private static final String BY_TENANT = "tenant rule";

    private final Policies policies;
    private final Map<String, SourceRule> rules;

    Terms(Policies policies, Map<String, SourceRule> rules) {
        this.policies = policies;
        this.rules = Map.copyOf(rules);
    }

    /// The terms of a tenant that decided nothing itself.
    public static Terms known() {
        return new Terms(Policies.KNOWN, Map.of());
    }

    /// Whether this source may be asked for this.
    ///
    /// @param matter the word for what is asked for, such as `hashtag`
    public Verdict fetch(String source, String matter) {
        return byTenant(source).or(() -> policies.find(source).map(policy -> policy.fetched().contains(matter)
                ? allowed(policy)
                : new Verdict.Denied("policy " + policy.name(),
                        policy.title() + " is not to be asked for a " + matter + ".",
                        "Its policy allows: "
                                + (policy.fetched().isEmpty() ? "imports only" : String.join(", ", policy.fetched()))
                                + ".")))
                .orElseGet(() -> unlisted(source));
    }

    /// Whether what this source says may be kept.
    public Verdict store(String source) {
        return byTenant(source).or(() -> policies.find(source).map(policy -> policy.stored()
                ? allowed(policy)
                : new Verdict.Denied("policy " + policy.name(), policy.title() + " is not to be stored.",
                        "See its terms: upswell compliance policies.")))
                .orElseGet(() -> unlisted(source));
    }

    private Optional<Verdict> byTenant(String source) {
        return Optional.ofNullable(rules.get(source)).map(rule -> rule.allowed()
                ? new Verdict.Allowed(BY_TENANT, rule.reason())
                : new Verdict.Denied(BY_TENANT, "The source " + source + " is denied here: " + rule.reason(),
                        "Who has the right to can allow it: upswell compliance allow " + source + " --reason WHY"));
    }

    private static Verdict allowed(Policy policy) {
        return new Verdict.Allowed("policy " + policy.name(), policy.purpose());
    }

    private static Verdict unlisted(String source) {
        return new Verdict.Denied(UNLISTED, "The source " + source + " is in no terms policy, so it is denied.",
                "If its terms allow the use, say so: upswell compliance allow " + source + " --reason WHY");
    }
}
