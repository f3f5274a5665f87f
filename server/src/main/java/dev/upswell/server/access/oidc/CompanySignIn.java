package dev.upswell.server.access.oidc;

import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import dev.upswell.server.access.AccessParts;
import dev.upswell.server.access.Installation;
import dev.upswell.server.access.Secret;
import dev.upswell.server.access.SignIns;
import dev.upswell.server.access.oidc.IdentityRepository.Attempt;
import dev.upswell.server.access.oidc.Members.Identity;
import dev.upswell.server.access.oidc.NotRecognised.Reason;
import dev.upswell.server.access.oidc.ProviderHttp.Answer;
import dev.upswell.server.network.AddressGuard;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Signing in by the provider of a company: there by an address, back with a code, and in by an ID token.
///
/// One secret of the browser makes the nonce and the verifier of PKCE, so neither is kept: the store has its hash, and that of the state,
/// which counts once. So a code that was stolen, and a way back that somebody else began, lead nowhere.
///
/// **source** OpenID Connect Core 1.0 (code flow), RFC 7636, RFC 9207
public final class CompanySignIn {

    /// How long one may stay at the provider.
    public static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final int LONGEST_WORD = 60;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final AccessParts parts;
    private final SignIns signIns;
    private final OidcSettings settings;
    private final ProviderHttp http;
    private final Provider provider;
    private final IdTokens tokens;
    private final Members members;

    public CompanySignIn(AccessParts parts, SignIns signIns, Installation installation, OidcSettings settings,
            AddressGuard guard) {
        this.parts = parts;
        this.signIns = signIns;
        this.settings = settings;
        this.http = new ProviderHttp(guard);
        this.provider = new Provider(settings.issuer(), http, parts.clock());
        this.tokens = new IdTokens(settings, provider, parts.clock());
        this.members = new Members(parts, installation, settings.roles());
    }

    /// What the button says of the provider; empty for a usual word.
    public String name() {
        return settings.name();
    }

    /// A sign-in that was begun.
    ///
    /// @param address where the browser goes
    /// @param secret what the browser shows when it comes back
    public record Begun(URI address, String secret) {

        /// Without the secret.
        @Override
        public String toString() {
            return "Begun[" + address.getHost() + "]";
        }
    }

    /// Sends somebody to the provider.
    ///
    /// @param back where the provider sends them back to
    /// @param onward the page to go on to
    public Begun begin(URI back, String onward) throws NotRecognised {
        Provider.Doors doors = provider.doors();
        String secret = Secret.text();
        String state = Secret.text();
        Instant now = parts.clock().instant();
        asOwner(db -> {
            IdentityRepository.begin(db, Secret.hash(state), new Attempt(Secret.hash(secret), onward), now,
                    now.plus(PATIENCE));
            return state;
        });
        Map<String, String> query = new LinkedHashMap<>();
        query.put("response_type", "code");
        query.put("client_id", settings.client().id());
        query.put("redirect_uri", back.toString());
        query.put("scope", settings.scopes());
        query.put("state", state);
        query.put("nonce", derived("nonce", secret));
        query.put("code_challenge", Base64URL.encode(Secret.hash(derived("verifier", secret))).toString());
        query.put("code_challenge_method", "S256");
        return new Begun(with(doors.authorization(), query), secret);
    }

    /// What the provider sent somebody back with.
    ///
    /// @param issuer null where the provider does not say it
    /// @param error null where there is none
    public record Answered(String state, String code, @Nullable String issuer, @Nullable String error) {

        /// Without state and code.
        @Override
        public String toString() {
            return "Answered[" + error + "]";
        }
    }

    /// Somebody who is in.
    ///
    /// @param onward the page to go on to
    public record Entered(SignIns.Result.In in, String onward) {
    }

    /// Lets somebody in who comes back from the provider.
    ///
    /// @param secret what the browser shows; empty where it shows nothing
    /// @param address where they sit
    public Entered finish(Answered answered, String secret, URI back, String address) throws NotRecognised {
        Attempt attempt = asOwner(
                db -> IdentityRepository.take(db, Secret.hash(answered.state()), parts.clock().instant()))
                .filter(one -> MessageDigest.isEqual(one.browserHash(), Secret.hash(secret)))
                .orElseThrow(() -> new NotRecognised(Reason.STALE, "no sign-in under way has this state and browser"));
        if (answered.error() != null) {
            throw new NotRecognised(Reason.DENIED, "the provider says " + harmless(answered.error()));
        }
        if (answered.issuer() != null && !answered.issuer().equals(settings.issuer())) {
            throw new NotRecognised(Reason.UNTRUE, "another provider answered");
        }
        JWTClaimsSet claims = tokens.believed(token(answered.code(), derived("verifier", secret), back),
                derived("nonce", secret));
        Optional<SignIns.Result> result = signIns.enter(members.account(identity(claims)), address);
        if (result.isPresent() && result.get() instanceof SignIns.Result.In in) {
            return new Entered(in, attempt.onward());
        }
        throw new NotRecognised(Reason.NO_ROLE, "their account may come in nowhere");
    }

    /// Where somebody signs out at the provider; empty where it names nothing.
    ///
    /// @param after where the provider sends them afterwards
    public Optional<URI> end(URI after) throws NotRecognised {
        URI end = provider.doors().end();
        Map<String, String> query = new LinkedHashMap<>();
        query.put("client_id", settings.client().id());
        query.put("post_logout_redirect_uri", after.toString());
        return Optional.ofNullable(end).map(one -> with(one, query));
    }

    /// The ID token for a code.
    private String token(String code, String verifier, URI back) throws NotRecognised {
        Provider.Doors doors = provider.doors();
        String secret = settings.client().secret().get();
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", back.toString());
        form.put("code_verifier", verifier);
        HttpRequest.Builder request = HttpRequest.newBuilder(doors.token())
                .header("Content-Type", "application/x-www-form-urlencoded").header("Accept", "application/json");
        if (!secret.isBlank() && doors.basic()) {
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(
                    (encoded(settings.client().id()) + ":" + encoded(secret)).getBytes(StandardCharsets.UTF_8)));
        } else {
            form.put("client_id", settings.client().id());
            if (!secret.isBlank()) {
                form.put("client_secret", secret);
            }
        }
        Answer answer = http.send(request.POST(HttpRequest.BodyPublishers.ofString(written(form))));
        try {
            var said = JSON.readTree(answer.body());
            if (answer.status() == 200 && said.hasNonNull("id_token")) {
                return said.path("id_token").asString("");
            }
            throw new NotRecognised(answer.status() / 100 == 5 ? Reason.AWAY : Reason.UNTRUE,
                    "the provider gave no ID token for the code: " + answer.status() + " "
                            + harmless(said.path("error").asString("")));
        } catch (JacksonException e) {
            throw new NotRecognised(Reason.AWAY, "the provider answered " + answer.status() + " and no document");
        }
    }

    /// A stranger's word as it may stand in a log.
    private static String harmless(String word) {
        String plain = word.replaceAll("[^A-Za-z0-9_.-]+", " ");
        return plain.substring(0, Math.min(LONGEST_WORD, plain.length()));
    }

    private Identity identity(JWTClaimsSet claims) throws NotRecognised {
        try {
            String name = claims.getStringClaim("preferred_username");
            String mail = claims.getStringClaim("email");
            return new Identity(settings.issuer(), claims.getSubject(), name != null ? name : mail != null ? mail : "",
                    groups(claims.getClaim(settings.groupsClaim())));
        } catch (ParseException e) {
            throw new NotRecognised(Reason.UNTRUE, "the name in the ID token is no text");
        }
    }

    /// A list of names, or one name; absent where the claim is.
    private static Set<String> groups(@Nullable Object claim) {
        return switch (claim) {
            case null -> Set.of();
            case List<?> many ->
                many.stream().map(String::valueOf).collect(Collectors.toCollection(LinkedHashSet::new));
            default -> Set.of(String.valueOf(claim));
        };
    }

    private static String derived(String use, String secret) {
        return Base64URL.encode(Secret.hash(use + " " + secret)).toString();
    }

    private static URI with(URI address, Map<String, String> query) {
        return URI.create(address + (address.getQuery() == null ? "?" : "&") + written(query));
    }

    private static String written(Map<String, String> pairs) {
        return pairs.entrySet().stream().map(one -> one.getKey() + "=" + encoded(one.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private <T> T asOwner(Function<JdbcClient, T> work) {
        return parts.database().tenants().asOwner(work);
    }
}
