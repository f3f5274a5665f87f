package dev.upswell.server.comply.rest;

import dev.upswell.server.comply.SourceRule;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/// A tenant's own rule about a source as programs read it.
@Schema(name = "SourceRule", description = "What the tenant decided about a source; it goes before the policies")
record RuleAnswer(String source, boolean allowed, String reason, String actor, Instant at) {

    static RuleAnswer of(SourceRule rule) {
        return new RuleAnswer(rule.source(), rule.allowed(), rule.reason(), rule.actor(), rule.at());
    }
}
