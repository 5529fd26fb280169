import { testDelivery } from './kit/delivery';
import { FLUX } from './kit/flux';

testDelivery(FLUX);
