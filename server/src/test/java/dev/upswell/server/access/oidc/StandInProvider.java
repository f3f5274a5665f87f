package dev.upswell.server.access.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// A provider of OpenID Connect on this machine: discovery, keys, and tokens for codes, with PKCE and codes that count once.
final class StandInProvider implements AutoCloseable {

    static final String CLIENT = "upswell";
    static final String SECRET = "s3cret & more";

    private final HttpServer server;
    private final Supplier<Instant> clock;
    private final Map<String, Code> codes = new HashMap<>();
    RSAKey key = key("one");
    /// What is signed and how; a test makes it wrong.
    BiFunction<JWTClaimsSet, StandInProvider, String> signing = (claims, provider) -> provider.signed(claims,
            provider.key);
    String issuer;
    String authMethods = "[\"client_secret_basic\"]";
    String tokenAddress;
    boolean broken;
    int keysRead;

    private record Code(String nonce, String challenge, String back, JWTClaimsSet person) {
    }

    StandInProvider(Supplier<Instant> clock) {
        this.clock = clock;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        issuer = url();
        tokenAddress = url() + "/token";
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    String signed(JWTClaimsSet claims, RSAKey by) {
        try {
            SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(by.getKeyID()).build(),
                    claims);
            token.sign(new RSASSASigner(by));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /// What stands behind the question mark of an address.
    static Map<String, String> query(URI address) {
        return Arrays.stream(address.getRawQuery().split("&")).map(one -> one.split("=", 2))
                .collect(Collectors.toMap(one -> one[0], one -> URLDecoder.decode(one[1], StandardCharsets.UTF_8)));
    }

    /// Somebody lets the provider send them back: the code that they bring.
    synchronized String code(URI asked, String subject, String name, String... groups) {
        Map<String, String> query = query(asked);
        String code = UUID.randomUUID().toString();
        codes.put(code, new Code(query.get("nonce"), query.get("code_challenge"), query.get("redirect_uri"),
                new JWTClaimsSet.Builder().subject(subject).claim("preferred_username", name)
                        .claim("groups", List.of(groups)).build()));
        return code;
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (broken) {
                send(exchange, 500, "<html>down</html>");
            } else if (path.endsWith("/.well-known/openid-configuration")) {
                send(exchange, 200, """
                    {"issuer": "%s", "authorization_endpoint": "%s/authorize?tenant=a", "token_endpoint": "%s",
                     "jwks_uri": "%s/keys", "end_session_endpoint": "%s/out",
                     "token_endpoint_auth_methods_supported": %s}
                    """.formatted(issuer, url(), tokenAddress, url(), url(), authMethods));
            } else if (path.equals("/keys")) {
                keysRead++;
                send(exchange, 200, new JWKSet(key.toPublicJWK()).toString());
            } else if (path.equals("/token")) {
                token(exchange, body);
            } else {
                send(exchange, 404, "{}");
            }
        }
    }

    private void token(HttpExchange exchange, String body) throws IOException {
        Map<String, String> form = query(URI.create("http://form/?" + body));
        String basic = "Basic " + Base64.getEncoder()
                .encodeToString((CLIENT + ":s3cret+%26+more").getBytes(StandardCharsets.UTF_8));
        boolean known = authMethods.contains("basic")
                ? basic.equals(exchange.getRequestHeaders().getFirst("Authorization"))
                : CLIENT.equals(form.get("client_id")) && SECRET.equals(form.get("client_secret"));
        Code code = codes.remove(form.getOrDefault("code", ""));
        if (!known) {
            send(exchange, 401, "{\"error\": \"invalid_client\"}");
        } else if (code == null || !code.challenge().equals(challenge(form.getOrDefault("code_verifier", "")))
                || !code.back().equals(form.get("redirect_uri"))) {
            send(exchange, 400, "{\"error\": \"invalid_grant\"}");
        } else {
            Instant now = clock.get();
            JWTClaimsSet claims = new JWTClaimsSet.Builder(code.person()).issuer(issuer).audience(CLIENT)
                    .claim("nonce", code.nonce()).issueTime(Date.from(now))
                    .expirationTime(Date.from(now.plusSeconds(300))).build();
            send(exchange, 200, "{\"token_type\": \"Bearer\", \"access_token\": \"at\", \"id_token\": \""
                    + signing.apply(claims, this) + "\"}");
        }
    }

    private static String challenge(String verifier) {
        try {
            return Base64URL
                    .encode(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)))
                    .toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
