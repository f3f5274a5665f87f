package dev.upswell.server.access.oidc;

import com.nimbusds.jose.jwk.JWKSet;
import dev.upswell.server.access.oidc.NotRecognised.Reason;
import dev.upswell.server.access.oidc.ProviderHttp.Answer;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the provider tells of itself: where to go, and with which keys it signs. Known for an hour; keys are asked for anew where a
/// signature fits none of them, at most every half minute.
///
/// **source** OpenID Connect Discovery 1.0
final class Provider {

    static final Duration FRESH = Duration.ofHours(1);
    static final Duration PATIENCE = Duration.ofSeconds(30);
    /// After a failure nobody waits for the next one: a provider that hangs would hold as many threads as people knock.
    static final Duration REST = Duration.ofSeconds(5);

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern SAFE = Pattern
            .compile("https://[^@\\s]+|http://(localhost|127(\\.\\d{1,3}){3}|\\[::1\\])(:\\d{1,5})?(/[^@\\s]*)?");

    private final String issuer;
    private final ProviderHttp http;
    private final InstantSource clock;
    private @Nullable Doors doors;
    private @Nullable Instant failedAt;
    private @Nullable Keys keys;

    Provider(String issuer, ProviderHttp http, InstantSource clock) {
        this.issuer = issuer;
        this.http = http;
        this.clock = clock;
    }

    /// Where to go.
    ///
    /// @param end where people sign out at the provider; null where it names nothing
    /// @param basic whether the client's secret goes in a header; else in the form
    record Doors(URI authorization, URI token, URI keys, @Nullable URI end, boolean basic, Instant readAt) {
    }

    private record Keys(JWKSet set, Instant readAt) {
    }

    /// Where to go.
    synchronized Doors doors() throws NotRecognised {
        Doors known = doors;
        if (known == null || !clock.instant().isBefore(known.readAt().plus(FRESH))) {
            Instant failed = failedAt;
            if (failed != null && clock.instant().isBefore(failed.plus(REST))) {
                throw new NotRecognised(Reason.AWAY, "the provider was away a moment ago");
            }
            failedAt = clock.instant();
            known = discovered();
            failedAt = null;
            doors = known;
        }
        return known;
    }

    private Doors discovered() throws NotRecognised {
        JsonNode said = json(URI.create(issuer.replaceAll("/+$", "") + "/.well-known/openid-configuration"));
        if (!said.path("issuer").asString("").equals(issuer)) {
            throw new NotRecognised(Reason.AWAY, "the provider calls itself \"" + said.path("issuer").asString("")
                    + "\" and not \"" + issuer + "\", as oidc.url has it");
        }
        JsonNode methods = said.path("token_endpoint_auth_methods_supported");
        boolean basic = methods.isEmpty() || methods.toString().contains("client_secret_basic");
        String end = said.path("end_session_endpoint").asString("");
        return new Doors(address(said, "authorization_endpoint"), address(said, "token_endpoint"),
                address(said, "jwks_uri"), SAFE.matcher(end).matches() ? URI.create(end) : null, basic,
                clock.instant());
    }

    private static URI address(JsonNode said, String name) throws NotRecognised {
        String text = said.path(name).asString("");
        if (!SAFE.matcher(text).matches()) {
            throw new NotRecognised(Reason.AWAY, "the provider's " + name + " is no https address");
        }
        return URI.create(text);
    }

    private JsonNode json(URI address) throws NotRecognised {
        Answer answer = http.get(address);
        try {
            if (answer.status() == 200) {
                return JSON.readTree(answer.body());
            }
        } catch (JacksonException e) {
            // Said below: it is no answer of a provider.
        }
        throw new NotRecognised(Reason.AWAY,
                address + " answered " + answer.status() + ", and no document of a provider");
    }

    /// The keys as they are known.
    synchronized JWKSet keys() throws NotRecognised {
        Keys known = keys;
        return known == null || !clock.instant().isBefore(known.readAt().plus(FRESH)) ? read() : known.set();
    }

    /// The keys as they are now, unless they were asked for a moment ago.
    synchronized JWKSet newerKeys() throws NotRecognised {
        Keys known = keys;
        return known == null || !clock.instant().isBefore(known.readAt().plus(PATIENCE)) ? read() : known.set();
    }

    private JWKSet read() throws NotRecognised {
        try {
            JWKSet set = JWKSet.parse(json(doors().keys()).toString());
            keys = new Keys(set, clock.instant());
            return set;
        } catch (ParseException e) {
            throw new NotRecognised(Reason.AWAY, "the provider's keys cannot be read");
        }
    }
}
