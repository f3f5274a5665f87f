package dev.upswell.server.live.provider;

import dev.upswell.server.live.LiveRefused;
import dev.upswell.server.live.Source;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;

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

    /// A relay in the manner of api23.
    ///
    /// @param requestsPerDay that may be made, at most a day's part of the plan
    /// @param requestsPerMinute as the plan allows
    ///
    /// **errors** as above
    public static Source api23(String address, Secret key, long requestsPerDay, long requestsPerMinute,
            Duration toAnswer, InstantSource clock) {
        return new Api23(checked(Api23.NAME, address), key, requestsPerDay, requestsPerMinute,
                new HttpTransport(toAnswer), clock);
    }

    /// Apify.
    ///
    /// **errors** as above
    public static Source apify(String address, Secret token, Apify.Terms terms, Duration toAnswer,
            InstantSource clock) {
        return new Apify(checked(Apify.NAME, address), token, terms, new HttpTransport(toAnswer), clock);
    }

    /// TikTok's Display API.
    ///
    /// @param person the token with which the account's owner let this client in
    /// @param renewed takes the token that stands for it from now on
    ///
    /// **errors** as above
    public static Source tikTokDisplay(String address, String clientKey, Secret clientSecret, Secret person,
            Consumer<Secret> renewed, Duration toAnswer, InstantSource clock) {
        URI checked = checked(TikTokDisplay.NAME, address);
        Transport transport = new HttpTransport(toAnswer);
        return new TikTokDisplay(checked,
                new ClientToken(checked, clientKey, clientSecret, person, renewed, transport, clock), transport, clock);
    }

    /// TikTok's Commercial Content API.
    ///
    /// @param country ISO 3166, or `ALL`
    /// @param requestsPerDay that may be made
    ///
    /// **errors** as above
    public static Source tikTokAdsLibrary(String address, String clientKey, Secret clientSecret, String country,
            long requestsPerDay, Duration toAnswer, InstantSource clock) {
        URI checked = checked(TikTokAdsLibrary.NAME, address);
        Transport transport = new HttpTransport(toAnswer);
        return new TikTokAdsLibrary(checked, new ClientToken(checked, clientKey, clientSecret, transport, clock),
                country, requestsPerDay, transport, clock);
    }

    /// TikTok's advertising reports.
    ///
    /// @param days that are asked for again at each visit
    /// @param requestsPerDay that may be made
    ///
    /// **errors** as above
    public static Source tikTokBusiness(String address, Secret token, int days, long requestsPerDay,
            Duration toAnswer, InstantSource clock) {
        return new TikTokBusiness(checked(TikTokBusiness.NAME, address), token, days, requestsPerDay,
                new HttpTransport(toAnswer), clock);
    }

    /// TikTok Shop.
    ///
    /// @param days whose changed orders are asked for at each visit
    /// @param requestsPerDay that may be made
    ///
    /// **errors** as above
    public static Source tikTokShop(String address, TikTokShop.Keys keys, int days, long requestsPerDay,
            Duration toAnswer, InstantSource clock) {
        return new TikTokShop(checked(TikTokShop.NAME, address), keys, days, requestsPerDay,
                new HttpTransport(toAnswer), clock);
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
