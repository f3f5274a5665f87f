package dev.upswell.server.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The tokens of TikTok's open APIs, and their way to refuse.
final class OpenApiTokens {

    private static final Duration LASTS = Duration.ofHours(2);

    private final InstantSource clock;

    OpenApiTokens(InstantSource clock) {
        this.clock = clock;
    }

    static Told refused(int status, String code, String message) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("data");
        body.putObject("error").put("code", code).put("message", message).put("log_id", "sandbox");
        return Told.of(status, body.toString());
    }

    /// The answer without an error.
    static Told told(ObjectNode data) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("data", data);
        body.putObject("error").put("code", "ok").put("message", "").put("log_id", "sandbox");
        return Told.of(200, body.toString());
    }

    /// A token for this form: for the client itself, or for the person whose token the sandbox lets in.
    Told token(Map<String, String> form) {
        boolean client = SandboxSettings.CLIENT_KEY.equals(form.get("client_key"))
                && SandboxSettings.CLIENT_SECRET.equals(form.get("client_secret"));
        boolean person = "refresh_token".equals(form.get("grant_type"))
                && SandboxSettings.TOKEN.equals(form.get("refresh_token"));
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        if (!client || !(person || "client_credentials".equals(form.get("grant_type")))) {
            return Told.of(401, body.put("error", "invalid_client")
                    .put("error_description", "Client key or secret is wrong.").put("log_id", "sandbox").toString());
        }
        body.put("access_token", "clt.sandbox." + clock.instant().getEpochSecond()).put("expires_in", LASTS.toSeconds())
                .put("token_type", "Bearer");
        return Told.of(200, (person ? body.put("refresh_token", SandboxSettings.TOKEN) : body).toString());
    }

    boolean isLet(Request request) {
        String authorization = request.headers().getOrDefault("authorization", "");
        if (!authorization.matches("Bearer clt\\.sandbox\\.\\d{1,12}")) {
            return false;
        }
        long since = Long.parseLong(authorization.substring(authorization.lastIndexOf('.') + 1));
        return clock.instant().isBefore(Instant.ofEpochSecond(since).plus(LASTS));
    }
}
