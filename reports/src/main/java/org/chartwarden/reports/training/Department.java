package org.chartwarden.reports.training;

import java.util.Optional;
import org.chartwarden.model.AlertStatus;
import org.chartwarden.model.Decision;
import org.chartwarden.reports.data.AlertRow;

/** What happened in one department, or in several that are told together. */
final class Department {

    private final String name;
    private long people;
    private long opened;
    private long unexplained;
    private long latePaperwork;
    private long documentationGaps;
    private long appropriate;
    private long unintentional;
    private long ownRecord;

    Department(String name) {
        this.name = name;
    }

    void addPerson(long charts) {
        people++;
        opened += charts;
    }

    void addUnexplained(long charts) {
        unexplained += charts;
    }

    void add(AlertRow alert) {
        latePaperwork += alert.status() == AlertStatus.EXPLAINED ? 1 : 0;
        Optional<Decision> decision = alert.decision();
        if (decision.isPresent()) {
            add(decision.get());
        }
    }

    private void add(Decision decision) {
        switch (decision) {
            case DOCUMENTATION_GAP -> documentationGaps++;
            case APPROPRIATE -> appropriate++;
            case VIOLATION_UNINTENTIONAL -> unintentional++;
            case SELF_ACCESS -> ownRecord++;
            case VIOLATION_CURIOSITY, VIOLATION_MALICIOUS, UNSUBSTANTIATED, REFERRED, DUPLICATE -> {
                // not a matter of training, or not known to be one
            }
        }
    }

    void add(Department other) {
        people += other.people;
        opened += other.opened;
        unexplained += other.unexplained;
        latePaperwork += other.latePaperwork;
        documentationGaps += other.documentationGaps;
        appropriate += other.appropriate;
        unintentional += other.unintentional;
        ownRecord += other.ownRecord;
    }

    String name() {
        return name;
    }

    /** Who opened a chart. */
    long people() {
        return people;
    }

    long opened() {
        return opened;
    }

    /** Of the opened ones. */
    long unexplained() {
        return unexplained;
    }

    long latePaperwork() {
        return latePaperwork;
    }

    long documentationGaps() {
        return documentationGaps;
    }

    long appropriate() {
        return appropriate;
    }

    long unintentional() {
        return unintentional;
    }

    long ownRecord() {
        return ownRecord;
    }

    long paperwork() {
        return latePaperwork + documentationGaps;
    }

    long mistakes() {
        return unintentional + ownRecord;
    }

    /** Of every kind. */
    long incidents() {
        return paperwork() + appropriate + mistakes();
    }

    /** What most of its incidents ask for. */
    String advice() {
        if (incidents() == 0) {
            return "";
        }
        if (paperwork() >= mistakes() && paperwork() >= appropriate) {
            return "Record the order, the referral or the care team before the chart is opened.";
        }
        if (appropriate > mistakes()) {
            return "No training: have the reason recorded, or tell it to Chartwarden.";
        }
        return unintentional >= ownRecord
                ? "Search by record number, and compare name and date of birth before opening."
                : "Own records are read through the patients' portal.";
    }
}
