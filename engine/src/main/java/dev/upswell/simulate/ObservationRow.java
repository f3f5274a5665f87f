package dev.upswell.simulate;

import dev.upswell.content.EntityKind;

/// Lines of the format `upswell-observations`.
final class ObservationRow {

    static final String HEADER = "kind,id,name,source,observed_at,views,likes,comments,shares,saves,posts,followers";

    private ObservationRow() {
    }

    static String of(Meme meme, Spread spread, String observedAt) {
        Provider provider = meme.provider();
        String views = meme.kind() == EntityKind.HASHTAG ? provider.show(spread.views()) : "";
        return start(meme.kind(), meme.id(), meme.name(), provider, observedAt) + views + ",,,,,"
                + provider.show(spread.posts()) + ',';
    }

    static String of(Creator creator, String observedAt) {
        Provider provider = creator.provider();
        return start(EntityKind.CREATOR, creator.handle(), creator.name(), provider, observedAt) + ','
                + provider.show(creator.likes()) + ",,,," + provider.show(creator.posts()) + ','
                + provider.show(creator.followers());
    }

    static String of(Clip clip, String observedAt) {
        Provider provider = clip.traits().provider();
        return start(EntityKind.VIDEO, clip.traits().id(), "", provider, observedAt) + provider.show(clip.views()) + ','
                + provider.show(clip.likes()) + ',' + provider.show(clip.comments()) + ','
                + provider.show(clip.shares()) + ',' + provider.show(clip.saves()) + ",,";
    }

    private static String start(EntityKind kind, String id, String name, Provider provider, String observedAt) {
        return kind.label() + ',' + id + ',' + field(name) + ',' + provider.source() + ',' + observedAt + ',';
    }

    /// A CSV field, quoted where it must be (RFC 4180).
    static String field(String text) {
        if (text.indexOf(',') < 0 && text.indexOf('"') < 0 && text.indexOf('\n') < 0) {
            return text;
        }
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}
