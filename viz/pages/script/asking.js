// The form of a question when scripts run: ids are completed as they are typed.
import { mountIds } from "./ids.js";

mountIds(document);
