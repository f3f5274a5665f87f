package dev.upswell.server.exchange;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where models are pushed to, and how to be let in there.
///
/// @param address without a slash at its end
/// @param login what the header `Authorization` says; null where nobody is asked who they are
public record PushTarget(URI address, @Nullable Login login) {

    /// What lets in; it never shows itself.
    public record Login(String header) {

        @Override
        public String toString() {
            return "Login[…]";
        }
    }

    /// The target with this address.
    ///
    /// @param token for `Bearer`; empty for none
    /// @param user for `Basic`, when there is no token; empty for none
    ///
    /// **errors** [ExchangeRefused] when it is no address of a web server, has a password in it, or would send one unprotected
    /// over a network.
    public static PushTarget of(String address, String token, String user, String password) {
        URI uri = parsed(address.replaceAll("/+$", ""));
        if (uri.getRawUserInfo() != null) {
            throw ExchangeRefused.noTarget("The address of the MLflow server must not hold a name or password.",
                    "Set mlflow.user and mlflow.password, or mlflow.token, instead.");
        }
        Optional<String> header = header(token, user, password);
        if (header.isPresent() && !uri.getScheme().equals("https") && !isHere(uri.getHost())) {
            throw ExchangeRefused.noTarget("The MLflow server " + uri + " would get its password in clear text.",
                    "Write https, or leave mlflow.token and mlflow.user empty.");
        }
        return new PushTarget(uri, header.map(Login::new).orElse(null));
    }

    private static URI parsed(String address) {
        if (address.isEmpty()) {
            throw ExchangeRefused.noTarget("It is not said which MLflow server to push to.",
                    "Set mlflow.url, or name it: \"upswell models push ID --to https://SERVER\".");
        }
        try {
            URI uri = new URI(address);
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (web && uri.getHost() != null && uri.getRawQuery() == null && uri.getRawFragment() == null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // told below, without the text: it may hold a password
        }
        throw ExchangeRefused.noTarget("The address of the MLflow server must begin with http:// or https://.",
                "Write for example https://mlflow.example.org.");
    }

    private static Optional<String> header(String token, String user, String password) {
        if (!token.isEmpty()) {
            return Optional.of("Bearer " + token);
        }
        return user.isEmpty()
                ? Optional.empty()
                : Optional.of("Basic " + Base64.getEncoder()
                        .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8)));
    }

    private static boolean isHere(String host) {
        return host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}");
    }
}
