package dev.upswell.server.session.keep;

import dev.upswell.server.session.Cookie;
import dev.upswell.server.session.CreatorCenter;
import dev.upswell.server.session.Proxy;
import dev.upswell.server.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The cookies of sessions and the passwords of their proxies, in the vault.
final class SessionSecrets {

    private final Vault vault;

    SessionSecrets(Vault vault) {
        this.vault = vault;
    }

    void keepCookies(JdbcClient db, String session, List<Cookie> cookies) {
        vault.put(db, cookies(session), CookieText.written(cookies).getBytes(StandardCharsets.UTF_8));
    }

    List<Cookie> findCookies(JdbcClient db, String session) {
        return vault.find(db, cookies(session)).map(clear -> CookieText.read(text(clear))).orElse(List.of());
    }

    void keepProxy(JdbcClient db, String session, Proxy proxy) {
        String user = proxy.user();
        String password = proxy.password();
        if (user != null && password != null) {
            vault.put(db, proxy(session), JsonMapper.shared().writeValueAsString(List.of(user, password))
                    .getBytes(StandardCharsets.UTF_8));
        }
    }

    /// The proxy with its password.
    ///
    /// @param server null for no proxy
    @Nullable
    Proxy findProxy(JdbcClient db, String session, @Nullable String server) {
        if (server == null) {
            return null;
        }
        return vault.find(db, proxy(session)).map(clear -> {
            JsonNode both = JsonMapper.shared().readTree(text(clear));
            return new Proxy(server, both.path(0).asString(), both.path(1).asString());
        }).orElse(new Proxy(server, null, null));
    }

    void remove(JdbcClient db, String session) {
        vault.remove(db, cookies(session));
        vault.remove(db, proxy(session));
    }

    /// When the sign-in ends: with the first of its cookies that does.
    ///
    /// **absence** null when none of them is there, or none says.
    static @Nullable Instant signedInUntil(List<Cookie> cookies) {
        return cookies.stream().filter(cookie -> CreatorCenter.SIGNED_IN_BY.contains(cookie.name()))
                .map(Cookie::expires).filter(Objects::nonNull).min(Comparator.naturalOrder()).orElse(null);
    }

    private static String cookies(String session) {
        return "session/" + session + "/cookies";
    }

    private static String proxy(String session) {
        return "session/" + session + "/proxy";
    }

    private static String text(byte[] clear) {
        return new String(clear, StandardCharsets.UTF_8);
    }
}
