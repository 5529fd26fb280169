import { ARGO_CD } from './kit/argocd';
import { testDelivery } from './kit/delivery';

testDelivery(ARGO_CD);
