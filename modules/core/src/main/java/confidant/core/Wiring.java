package confidant.core;

import confidant.core.assist.Answering;
import confidant.core.assist.Assisting;
import confidant.core.assist.Focus;
import confidant.core.attachment.Attachments;
import confidant.core.attachment.Fetching;
import confidant.core.attachment.FileLines;
import confidant.core.attachment.Files;
import confidant.core.audit.Auditing;
import confidant.core.audit.Conduct;
import confidant.core.audit.ConsentReport;
import confidant.core.audit.Exposure;
import confidant.core.audit.Notes;
import confidant.core.audit.SendCheck;
import confidant.core.consent.ConsentBook;
import confidant.core.consent.Consents;
import confidant.core.consent.Expiring;
import confidant.core.consent.Holds;
import confidant.core.consent.OfficerSteps;
import confidant.core.consent.Papers;
import confidant.core.contact.Contacts;
import confidant.core.contact.Tombstones;
import confidant.core.conversation.ConsentTalk;
import confidant.core.conversation.Conversations;
import confidant.core.conversation.FileTalk;
import confidant.core.conversation.InboxList;
import confidant.core.conversation.OldMessages;
import confidant.core.conversation.Phrases;
import confidant.core.conversation.Views;
import confidant.core.conversation.Writer;
import confidant.core.dispatch.Delivering;
import confidant.core.dispatch.Dispatch;
import confidant.core.dispatch.ReplyTokens;
import confidant.core.dispatch.WebchatCourier;
import confidant.core.erasure.Erasures;
import confidant.core.figure.ManagerFigures;
import confidant.core.gate.Gate;
import confidant.core.glass.LookBook;
import confidant.core.glass.LookReviews;
import confidant.core.glass.Looks;
import confidant.core.glass.Telling;
import confidant.core.greeting.Greetings;
import confidant.core.handover.Handovers;
import confidant.core.handover.OfferBook;
import confidant.core.keys.Keys;
import confidant.core.keys.RingSealer;
import confidant.core.keys.RootRenewal;
import confidant.core.people.Directory;
import confidant.core.people.Reach;
import confidant.core.people.Staff;
import confidant.core.people.Succession;
import confidant.core.people.Wishes;
import confidant.core.pool.Pools;
import confidant.core.port.Alarm;
import confidant.core.port.Bell;
import confidant.core.port.Courier;
import confidant.core.privacy.Archives;
import confidant.core.privacy.ChatPrivacy;
import confidant.core.privacy.Complaints;
import confidant.core.privacy.Confiding;
import confidant.core.privacy.Notices;
import confidant.core.privacy.Obeying;
import confidant.core.privacy.PrivacyDesk;
import confidant.core.privacy.Signals;
import confidant.core.reception.Reception;
import confidant.core.request.Heralds;
import confidant.core.request.Requests;
import confidant.core.rules.ProcessingRecord;
import confidant.core.rules.Releases;
import confidant.core.session.CompanyDoor;
import confidant.core.session.Passkeys;
import confidant.core.session.Recovery;
import confidant.core.session.Sessions;
import confidant.core.sharing.Sharing;
import confidant.core.silence.SilentClients;
import confidant.core.tagging.CardView;
import confidant.core.tagging.Cards;
import confidant.core.tagging.Proposals;
import confidant.core.tagging.Retention;
import confidant.core.tagging.Tagging;
import confidant.model.Channel;
import io.vertx.core.Future;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Joins the rooms of one house, bottom up. The edges hand in their ports and get the rooms. */
public final class Wiring {
    private static final Duration IDLE = Duration.ofMinutes(15);

    private final House house;
    private final Rooms rooms;
    private final Expiring expiring;
    private final Dispatch dispatch;
    private final Keys keys;
    private final Erasures erasures;
    private final Fetching fetching;

    public Wiring(House house, Outside outside) {
        this.house = house;
        // What all rooms share: consent, keys, the gate, people, the ledger's lines.
        ConsentBook book = new ConsentBook(house.stores().consents());
        Keys keys = new Keys(house);
        Notes notes = new Notes(house);
        Gate gate = new Gate(house, book, keys);
        Staff staff = new Staff(house.stores().house());
        Succession succession = new Succession(house);
        Directory directory = new Directory(house, gate);
        Papers papers = new Papers(house, gate);
        Holds holds = new Holds(house, papers, notes);
        Consents consents = new Consents(house, book, keys, notes, holds);
        this.expiring = new Expiring(house, consents);
        Auditing auditing = new Auditing(house, notes, outside.ledgerKey(), outside.witnesses());
        Sessions sessions = new Sessions(house.stores().sessions(), house.clock(), notes, succession);

        Wishes wishes = new Wishes(house, papers, notes);
        Reach reach = new Reach(house, directory, wishes);

        // The way out.
        ReplyTokens tokens = new ReplyTokens(house.clock());
        Delivering delivering =
                new Delivering(house, gate, directory, staff, notes, tokens, wishes, couriers(outside.couriers()));
        this.dispatch = new Dispatch(house, delivering, outside.bell());
        Writer writer = new Writer(house, gate, directory, dispatch, outside.bell());

        // Files.
        Attachments attachments = new Attachments(house, gate, outside.cleaner());
        FileLines lines = new FileLines(house, gate, notes, attachments);
        Files files = new Files(house, gate, notes, directory, attachments, lines, holds);
        this.fetching = new Fetching(house, gate, notes, attachments, outside.fetchers(), outside.bell());
        consents.onChange(files::consentChanged);

        // The desk.
        Views views = new Views(gate, notes, lines);
        InboxList inbox = new InboxList(house, gate, directory, staff, notes);
        Conversations conversations = new Conversations(house, directory, views, writer, inbox);
        Phrases phrases = new Phrases(house.policy());
        ConsentTalk talk = new ConsentTalk(conversations, directory, writer, consents, phrases);
        Cards cards = new Cards(house, gate);
        Proposals proposals = new Proposals(house, gate, notes, outside.bell());
        CardView view = new CardView(house, gate, directory, consents, cards, proposals, notes);
        Tagging tagging = new Tagging(house, gate, directory, cards, proposals, view, notes);
        Focus focus = new Focus();
        Assisting assisting = new Assisting(house, directory, views, view, outside.advisor(), focus);

        // The way in.
        Answering answering =
                new Answering(house, directory, writer, outside.advisor(), proposals, inbox, focus, outside.bell());
        PrivacyDesk privacy = new PrivacyDesk(
                house,
                consents,
                book,
                view,
                directory,
                staff,
                sessions,
                auditing,
                new Notices(house),
                wishes,
                outside.base());
        Complaints complaints = new Complaints(papers, auditing, notes);
        Requests requests = new Requests(house, papers, auditing, notes, new Heralds(directory, writer));
        Obeying obeying = new Obeying(house, privacy, consents, tagging, wishes, complaints, directory);
        ChatPrivacy arrivals = new ChatPrivacy(
                house.policy(),
                obeying,
                privacy,
                directory,
                writer,
                answering,
                new Confiding(house, gate, consents, proposals, notes, attachments, outside.bell()));
        Reception reception = new Reception(
                house,
                gate,
                directory,
                succession,
                consents,
                notes,
                tokens,
                outside.bell(),
                arrivals,
                outside.defaults(),
                attachments,
                fetching);

        // The pool.
        Pools pools = new Pools(house, gate, keys, book, consents, directory, notes);
        consents.onChange(pools::consentChanged);
        tagging.onChange(pools::tagsChanged);
        keys.onErased(directory::erased);
        keys.onErased(pools::erased);
        this.erasures = new Erasures(
                house,
                keys,
                new RingSealer(house, keys),
                new RootRenewal(house, keys),
                consents,
                holds,
                new Tombstones(house, directory),
                notes,
                auditing,
                attachments);
        this.keys = keys;
        sessions.onLeft(pools::lock);
        Releases releases = new Releases(house, notes, auditing, outside.rules());
        releases.onChange(pools::rulesChanged);
        Greetings greetings = new Greetings(house, gate, cards, directory, staff, reach, writer, pools, notes);
        consents.onChange(greetings::consentChanged);
        tagging.onChange(greetings::tagsChanged);

        LookBook looks = new LookBook(house);
        consents.onChange(looks::consentChanged);

        OfferBook offers = new OfferBook(house, papers);
        Handovers handovers = Handovers.of(
                house,
                new Handovers.Neighbours(
                        gate,
                        directory,
                        staff,
                        succession,
                        consents,
                        offers,
                        privacy,
                        wishes,
                        papers,
                        tagging,
                        keys,
                        erasures,
                        writer,
                        attachments),
                notes,
                outside.bell());

        Contacts contacts = Contacts.of(
                house, new Contacts.Neighbours(gate, directory, consents, papers, auditing, outside.defaults()), notes);

        this.rooms = new Rooms(
                house.stores().house(),
                house.policy(),
                sessions,
                new Passkeys(house, sessions, notes),
                new CompanyDoor(house, sessions, notes, outside.company()),
                new Recovery(house, sessions, notes),
                consents,
                holds,
                new OfficerSteps(auditing, consents, holds, talk::askedAnew),
                reception,
                conversations,
                talk,
                files,
                new FileTalk(house, gate, directory, writer, conversations, attachments, phrases, privacy::link),
                assisting,
                tagging,
                pools,
                new Sharing(house, gate, directory, reach, writer, pools, notes),
                greetings,
                privacy,
                new Signals(house, privacy, directory, succession, writer),
                new Archives(
                        house,
                        gate,
                        notes,
                        privacy,
                        directory,
                        views,
                        tagging,
                        complaints,
                        requests,
                        offers,
                        contacts.evidence()),
                wishes,
                complaints,
                requests,
                auditing,
                erasures,
                releases,
                new Retention(house, gate, directory, holds, auditing, tagging, notes),
                new OldMessages(house, gate, holds, auditing, notes, attachments),
                new SilentClients(house, gate, holds, erasures, auditing, notes),
                new ConsentReport(house, auditing),
                new SendCheck(house, auditing, notes),
                new Exposure(house, auditing),
                new Conduct(house, auditing, outside.defaults().zone()),
                new ProcessingRecord(
                        house,
                        releases,
                        outside.couriers().stream().map(Courier::channel).toList(),
                        outside.witnesses().size()),
                handovers,
                new ManagerFigures(house, gate, notes, new SecureRandom()),
                contacts,
                new Looks(house, gate, directory, cards, looks, new Telling(house, directory, staff, writer), notes),
                new LookReviews(house, gate, looks, auditing, notes));
        consents.onChange(
                (client, purpose, given) -> outside.bell().desk(client.pool(), client.client(), Bell.What.CONSENT, 0));
    }

    public Rooms rooms() {
        return rooms;
    }

    /** As {@link #ring(Alarm, Duration)}, with the usual quarter of an hour. */
    public void ring(Alarm alarm) {
        ring(alarm, IDLE);
    }

    /** Hangs up the bells that wake the rooms; keys of a pool that nobody uses are wiped after {@code idle}. */
    public void ring(Alarm alarm, Duration idle) {
        alarm.every("keys", Duration.ofSeconds(2), keys::follow);
        alarm.every("rules", Duration.ofSeconds(2), rooms.releases()::follow);
        alarm.every("idle", Duration.ofMinutes(1), () -> {
            rooms.pools().lockIdle(house.now().minus(idle));
            return Future.succeededFuture();
        });
        alarm.every("erasure-sealed", Duration.ofHours(1), erasures::seal);
        alarm.every("erasure-final", Duration.ofHours(24), erasures::finish);
        alarm.every("shelves", Duration.ofHours(1), () -> rooms.pools().shelve());
        alarm.every("dispatch", Duration.ofSeconds(5), dispatch::sweep);
        alarm.every("ledger", Duration.ofSeconds(1), rooms.auditing()::sequence);
        alarm.every("witnesses", Duration.ofSeconds(30), rooms.auditing()::witness);
        alarm.every("greetings", Duration.ofSeconds(20), rooms.greetings()::run);
        alarm.every("sessions", Duration.ofSeconds(30), rooms.sessions()::sweep);
        alarm.every("shares", Duration.ofSeconds(30), rooms.sharing()::resume);
        alarm.every("files", Duration.ofSeconds(20), fetching::run);
        alarm.every("consents", Duration.ofHours(1), expiring::run);
        alarm.every("retention", Duration.ofHours(1), rooms.retention()::run);
        alarm.every("old-messages", Duration.ofHours(1), rooms.oldMessages()::run);
        alarm.every("silent-clients", Duration.ofHours(1), rooms.silentClients()::run);
        alarm.every("handovers", Duration.ofSeconds(10), rooms.handovers()::run);
    }

    /** What fetches files that came over an app; rung every moment. */
    Fetching fetching() {
        return fetching;
    }

    /** Looks once for messages that were left behind. */
    public Future<Integer> sweep() {
        return dispatch.sweep();
    }

    private static Map<Channel, Courier> couriers(List<Courier> outside) {
        Map<Channel, Courier> couriers = new HashMap<>();
        couriers.put(Channel.WEBCHAT, new WebchatCourier());
        outside.forEach(courier -> couriers.put(courier.channel(), courier));
        return couriers;
    }
}
