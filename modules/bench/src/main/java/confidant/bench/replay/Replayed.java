package confidant.bench.replay;

/**
 * What a replay saw.
 *
 * @param dialogues how many conversations
 * @param sent messages of clients and concierge that were sent
 * @param acknowledged how many of them the server said it had kept
 * @param retried posts that were repeated because the server was away
 * @param redelivered posts that were repeated on purpose
 * @param found what reading back gave
 * @param toSocket from the post of a client's message to the desk's socket
 * @param unheard client messages that the desk's socket was never told of
 */
public record Replayed(
        int dialogues,
        int sent,
        int acknowledged,
        int retried,
        int redelivered,
        Comparison found,
        Quantiles toSocket,
        int unheard) {

    /** Nothing lost, doubled or out of order. */
    public boolean clean() {
        return acknowledged == sent && found.lost() == 0 && found.doubled() == 0 && found.outOfOrder() == 0;
    }

    /** For people: one figure a line. */
    public String report() {
        return String.format(
                """
                dialogues      %d
                sent           %d
                acknowledged   %d
                posted again   %d as redeliveries, %d while the server was away
                stored         %d
                lost           %d
                doubled        %d
                out of order   %d
                post to socket %s
                """,
                dialogues,
                sent,
                acknowledged,
                redelivered,
                retried,
                found.stored(),
                found.lost(),
                found.doubled(),
                found.outOfOrder(),
                toSocket.count() == 0
                        ? "not measured"
                        : String.format(
                                "p50 %.1f ms, p99 %.1f ms over %d messages, %d unheard",
                                toSocket.millis(0.5), toSocket.millis(0.99), toSocket.count(), unheard));
    }
}
