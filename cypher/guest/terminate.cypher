// name:    guest.terminate
// mode:    read
// param:   transactions  LIST<STRING> NOT NULL  ids of the transactions
// returns: transaction  STRING  id of a transaction that was asked to stop
//
// Ask transactions to stop. Work on a single row does not hear it.
:param transactions => ['neo4j-transaction-0'];

TERMINATE TRANSACTIONS $transactions
YIELD transactionId, message
RETURN transactionId AS transaction
ORDER BY transaction;
