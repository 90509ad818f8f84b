// name:    guest.running
// mode:    read
// param:   tag  STRING NOT NULL  mark of the statement, in the metadata of its transaction
// returns: transaction  STRING  id of a transaction
//
// Transactions of one stranger's statement that the server still works on.
:param tag => 'none';

SHOW TRANSACTIONS
YIELD transactionId, metaData
WHERE metaData.guest = $tag
RETURN transactionId AS transaction
ORDER BY transaction;
