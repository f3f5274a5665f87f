package dev.upswell.server.wording;

import dev.upswell.grounding.Evidence;
import dev.upswell.grounding.Fact;
import dev.upswell.grounding.Unit;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// All about worded texts of a tenant, whose model says what it was told to.
public final class SampleWordings {

    /// When it happens.
    public static final Instant NOW = Instant.parse("2025-09-15T12:00:00Z");

    /// One fact.
    public static final Evidence EVIDENCE = Evidence
            .of(List.of(new Fact("f1", "#corgilife", "views_gained", 1_234_567.0,
                    Unit.VIEWS, Instant.parse("2025-09-15T00:00:00Z"), "24 h")), NOW);

    private SampleWordings() {
    }

    /// @param says the sentences of every answer
    public static Wordings of(TenantId tenant, List<String> says) {
        InstantSource clock = InstantSource.fixed(NOW);
        WordingSettings settings = WordingSettings.usual().spending(1_000_000, Prices.of("parrot=3/15"));
        Spending spending = new Spending(tenant, TestDatabase.shared(), clock);
        Prompts prompts = new Prompts(tenant, TestDatabase.shared(), clock);
        Outputs outputs = new Outputs(tenant, TestDatabase.shared(), clock);
        return new Wordings(new CheckedWording(purpose -> List.of(new Parrot(says)),
                new Asking(settings, spending, (Duration time) -> {
                }), prompts, outputs, clock), prompts, outputs, spending, "USD");
    }

    /// A model that says the same whatever it is asked.
    private record Parrot(List<String> says) implements LanguageModel {

        @Override
        public String provider() {
            return "sample";
        }

        @Override
        public String model() {
            return "parrot";
        }

        @Override
        public Reply ask(Question question) {
            String list = String.join("\",\"", says);
            return new Reply.Said("{\"sentences\":[\"" + list + "\"]}", new Reply.Usage(100, 20));
        }
    }
}
