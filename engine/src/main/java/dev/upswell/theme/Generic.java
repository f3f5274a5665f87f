package dev.upswell.theme;

import java.util.List;

/// Hashtags that only ask to be shown, and words of TikTok itself: they speak of no subject, however they are spelt.
final class Generic {

    private static final List<String> BEGINNINGS = List.of("fyp", "fypシ", "foryou", "foryour", "viral", "trend",
            "xyzbca",
            "blowup", "blowthis", "xuhuong", "berandafyp", "masukberanda", "longervideo", "parati", "pourtoi");
    private static final List<String> WHOLE = List.of("fy", "fyi", "4u", "4you", "4upage", "fp", "xh", "tiktok",
            "capcut", "video",
            "tiktokviral", "explore", "explorepage", "beranda", "lewatberanda", "ฟีด", "ฟีดดシ", "ฟีดดดシ", "เธรด",
            "เทรนด์วันนี้",
            "ขึ้นฟีด", "ขึ้นฟีดเถอะ");

    private Generic() {
    }

    static boolean is(String hashtag) {
        return WHOLE.contains(hashtag) || BEGINNINGS.stream().anyMatch(hashtag::startsWith);
    }
}
