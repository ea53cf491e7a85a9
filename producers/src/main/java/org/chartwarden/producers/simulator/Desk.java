package org.chartwarden.producers.simulator;

/**
 * From where somebody works.
 *
 * @param workstation the machine's name
 * @param address its network address (IPv4)
 * @param screen a human being sits in front of it, by what the source says
 */
record Desk(String workstation, String address, boolean screen) {

    /** The only desk that a member has in the hospital: one network, a part of it for each department. */
    static Desk of(StaffMember member) {
        int host = Integer.parseInt(member.userId().replaceAll("\\D", "")) % 250 + 1;
        String network = member.role().human() ? "10.20." : "10.30.";
        return new Desk(
                "ws-" + member.userId() + ".hospital.example",
                network + member.department().ordinal() + "." + host,
                member.role().human());
    }

    /** Another machine. */
    Desk at(String otherAddress) {
        return new Desk("ws-" + otherAddress.replace('.', '-') + ".hospital.example", otherAddress, screen);
    }

    /** Somebody has logged in there in person. */
    Desk attended() {
        return new Desk(workstation, address, true);
    }
}
