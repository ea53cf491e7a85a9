package org.chartwarden.reports.packet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.chartwarden.reports.picture.AccessMark;
import org.chartwarden.reports.picture.UserAgainstPeers;

/** What was found about one alert, as far as the pages show it; all of it is in the packet's files. */
final class CaseFile {

    /** More accesses are in the files, but not on the pages. */
    static final int MOST_ON_PAGES = 2_000;

    private final ObjectNode alert;
    private final List<CaseAccess> accesses = new ArrayList<>();
    private final List<AccessMark> marks = new ArrayList<>();
    private final List<ObjectNode> revisions = new ArrayList<>();
    private final List<ObjectNode> dispositions = new ArrayList<>();
    private final List<ObjectNode> instructions = new ArrayList<>();
    private final List<ObjectNode> rules = new ArrayList<>();
    private final List<ObjectNode> notifications = new ArrayList<>();
    private final List<UserAgainstPeers.Day> peers = new ArrayList<>();
    private final List<Fingerprinted> fingerprints = new ArrayList<>();

    CaseFile(ObjectNode alert) {
        this.alert = alert;
    }

    void add(CaseAccess access) {
        marks.add(access.mark());
        if (accesses.size() < MOST_ON_PAGES) {
            accesses.add(access);
        }
    }

    ObjectNode alert() {
        return alert;
    }

    /** The first of them, by time. */
    List<CaseAccess> accesses() {
        return accesses;
    }

    /** Of every access. */
    List<AccessMark> marks() {
        return marks;
    }

    /** By number. */
    List<ObjectNode> revisions() {
        return revisions;
    }

    List<ObjectNode> dispositions() {
        return dispositions;
    }

    List<ObjectNode> instructions() {
        return instructions;
    }

    List<ObjectNode> rules() {
        return rules;
    }

    List<ObjectNode> notifications() {
        return notifications;
    }

    /** The person's days beside those of the peers; empty when there is nothing to compare. */
    List<UserAgainstPeers.Day> peers() {
        return peers;
    }

    /** Of every document that the chain can vouch for, in the order of the packet's files. */
    List<Fingerprinted> fingerprints() {
        return fingerprints;
    }
}
