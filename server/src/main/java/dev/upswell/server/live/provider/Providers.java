package dev.upswell.server.live.provider;

import dev.upswell.server.live.LiveRefused;
import dev.upswell.server.live.Secret;
import dev.upswell.server.live.Source;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.InstantSource;

/// Makes the sources that this version of Upswell knows, each from an address, a key and a bound of spending.
public final class Providers {

    /// A page takes seconds; what takes longer than this is asked again.
    public static final Duration TO_ANSWER = Duration.ofSeconds(60);

    private Providers() {
    }

    /// EnsembleData.
    ///
    /// @param unitsPerDay that may be spent, at most those of the plan
    /// @param toAnswer how long to wait for a page
    ///
    /// **errors** [LiveRefused] when the address is none, or would send the key unprotected over a network.
    public static Source ensembleData(String address, Secret token, long unitsPerDay, Duration toAnswer,
            InstantSource clock) {
        return new EnsembleData(checked(EnsembleData.NAME, address), token, unitsPerDay, new HttpTransport(toAnswer),
                clock);
    }

    /// TikTok's Research API.
    ///
    /// @param requestsPerDay that may be made, at most the thousand of its terms
    ///
    /// **errors** as above
    public static Source tikTokResearch(String address, String clientKey, Secret clientSecret, long requestsPerDay,
            Duration toAnswer, InstantSource clock) {
        URI checked = checked(TikTokResearch.NAME, address);
        Transport transport = new HttpTransport(toAnswer);
        return new TikTokResearch(checked, new ClientToken(checked, clientKey, clientSecret, transport, clock),
                requestsPerDay, transport, clock);
    }

    private static URI checked(String name, String address) {
        try {
            URI uri = new URI(address.replaceAll("/+$", ""));
            boolean secure = "https".equals(uri.getScheme());
            if ((secure || "http".equals(uri.getScheme())) && uri.getHost() != null && uri.getRawQuery() == null
                    && uri.getRawFragment() == null && uri.getRawUserInfo() == null) {
                if (secure || isHere(uri.getHost())) {
                    return uri;
                }
                throw LiveRefused.unusable("The address of " + name + " would get its key in clear text.",
                        "Write https; only a server on this machine may be asked by http.");
            }
        } catch (URISyntaxException e) {
            // Told below, without the text: a key may have been pasted into it.
        }
        throw LiveRefused.unusable("The address of " + name + " is none of a web server.",
                "Write for example https://api.example.org, without a key in it.");
    }

    private static boolean isHere(String host) {
        return host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}");
    }
}
