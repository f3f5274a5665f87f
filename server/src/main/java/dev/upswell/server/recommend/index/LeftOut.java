package dev.upswell.server.recommend.index;

import dev.upswell.server.recommend.Wanted;

/// What a search must not find.
///
/// @param at milliseconds since 1970: what has expired by then
record LeftOut(KeySet videos, KeySet creators, long at) {

    static LeftOut of(Wanted wanted) {
        return new LeftOut(Keys.set(wanted.leftOut()), Keys.set(wanted.creatorsLeftOut()), wanted.at().toEpochMilli());
    }
}
