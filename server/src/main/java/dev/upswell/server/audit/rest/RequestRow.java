package dev.upswell.server.audit.rest;

import dev.upswell.server.audit.AuditedRequest;
import dev.upswell.server.audit.AuditedRow;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Locale;

/// A row of the request audit, as programs read it.
@Schema(name = "AuditedRequest", description = "A request and how it ended")
record RequestRow(@Schema(description = "Its place in the chain") long seq, Instant at,
        @Schema(description = "local, person, token or nobody") String kind,
        @Schema(description = "Name of the person or token; empty for the others") String actor, String method,
        @Schema(description = "Pattern of the route; empty where the request reached none") String route,
        @Schema(description = "What the pattern left open, or the path where there is no route") String subject,
        int status, @Schema(description = "Why it was not let in; empty where it was") String refusal, String address,
        @Schema(description = "SHA-256 over the hash of the row before and this row") String hash) {

    static RequestRow of(AuditedRow row) {
        AuditedRequest request = row.request();
        return new RequestRow(row.seq(), request.at(), request.kind().name().toLowerCase(Locale.ROOT), request.actor(),
                request.method(), request.route(), request.subject(), request.status(), request.refusal(),
                request.address(), row.hash());
    }
}
