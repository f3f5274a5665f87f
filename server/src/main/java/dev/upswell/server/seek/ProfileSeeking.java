package dev.upswell.server.seek;

import dev.upswell.server.live.LiveSearch;
import dev.upswell.server.refusal.Refused;
import dev.upswell.server.store.StoreException;
import dev.upswell.server.taste.Profiles;
import dev.upswell.server.taste.TasteRefused;
import dev.upswell.taste.SearchQuery;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Puts the queries of profiles to a live source.
public final class ProfileSeeking implements Seeking {

    private static final Logger LOG = LoggerFactory.getLogger(ProfileSeeking.class);

    private final LiveSearch search;
    private final Profiles profiles;
    private final SeekSettings settings;

    public ProfileSeeking(LiveSearch search, Profiles profiles, SeekSettings settings) {
        this.search = search;
        this.profiles = profiles;
        this.settings = settings;
    }

    @Override
    public boolean isUsual() {
        return settings.always();
    }

    @Override
    public Sought seek(String handle, Wish wish) {
        if (!wish.isLive(settings.always())) {
            return Sought.UNASKED;
        }
        try {
            List<String> queries = profiles.queries(handle).stream().limit(settings.queries()).map(SearchQuery::text)
                    .toList();
            return Sought.of(search.find(new LiveSearch.Wish(settings.source(), queries, settings.videos(),
                    settings.share(), settings.fresh(), settings.patience())));
        } catch (StoreException e) {
            LOG.warn("no live source was asked", e);
            return Sought.without(Sought.Lack.AWAY);
        } catch (TasteRefused e) {
            return Sought.UNASKED;
        } catch (Refused e) {
            // A key that cannot be opened.
            LOG.warn("no live source was asked: {}", e.what());
            return Sought.without(Sought.Lack.NO_SOURCE);
        }
    }
}
