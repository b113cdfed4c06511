import { storageContract } from './contract.js'
import { s3Target } from './s3_target.js'

// without a server to talk to there is nothing to register; the test script reports what it left out
const target = s3Target()
if (target) storageContract(target)
