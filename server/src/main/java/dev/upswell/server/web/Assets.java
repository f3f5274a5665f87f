package dev.upswell.server.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/// Knows where the style sheet and the scripts are, and names them by content so that browsers may keep them.
///
/// Libraries come from the class path, so that pages work without a network: htmx from its WebJar, ECharts, of which no newer WebJar is
/// published, as the file that its makers deliver.
public final class Assets {

    static final String OWN = "/static/assets/";

    private final Map<String, String> paths = new ConcurrentHashMap<>();

    /// The address of an asset, such as `app.css`, `lib/htmx.min.js` or `lib/echarts.min.js`.
    ///
    /// **errors** a name that does not exist is a bug and throws.
    public String path(String name) {
        return paths.computeIfAbsent(name, asset -> "/assets/" + asset + "?v=" + fingerprint(asset));
    }

    /// The folder in the class path in which this WebJar keeps its built files.
    static String library(String artifact) {
        Properties properties = new Properties();
        try (InputStream pom = open("/META-INF/maven/org.webjars.npm/" + artifact + "/pom.properties")) {
            properties.load(pom);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return "/META-INF/resources/webjars/" + artifact + "/" + properties.getProperty("version") + "/dist/";
    }

    private static String fingerprint(String asset) {
        try (InputStream content = open(location(asset))) {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.readAllBytes());
            return HexFormat.of().formatHex(hash, 0, 6);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("digest (SHA-256) must exist\nMaybe this is no Java platform.", impossible);
        }
    }

    private static String location(String asset) {
        return asset.startsWith("lib/htmx") ? library("htmx.org") + asset.substring("lib/".length()) : OWN + asset;
    }

    private static InputStream open(String location) {
        InputStream content = Assets.class.getResourceAsStream(location);
        if (content == null) {
            throw new IllegalStateException(
                    "asset (" + location + ") must be in the class path\nMaybe the build left the WebJars out.");
        }
        return content;
    }
}
