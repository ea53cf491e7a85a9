package org.chartwarden.streams.peer;

/** How baselines are keyed. */
final class PeerKeys {

    private static final char END = '\0';

    private PeerKeys() {}

    static String of(String ruleId, String peerGroup) {
        return ruleId + END + peerGroup;
    }
}
